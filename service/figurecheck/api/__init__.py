"""The REST service: the library over HTTP, version 1 of the wire contract."""
