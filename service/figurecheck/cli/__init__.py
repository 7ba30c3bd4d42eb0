"""The commands: thin faces of the library, each one call of a room and a way to print what it returns."""
