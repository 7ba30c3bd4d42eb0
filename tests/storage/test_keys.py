"""Keys open what their scope says, until they are revoked; the store never knows their secret."""

import pytest
from sqlalchemy import text

from figurecheck.storage.errors import CorpusError, KeyNameError
from figurecheck.storage.keys import SCOPES, Keys


@pytest.fixture
def keys(corpus):
    return Keys(corpus.database)


def test_a_key_is_found_by_its_token_alone(keys):
    wire, token = keys.create("wire", "read")
    keys.create("desk", "admin")
    assert keys.find(token) == wire
    for wrong in ("", "x", token[:-1], token + "x", token.replace(wire.id, "000000000000"), f"{token}\ud800"):
        assert keys.find(wrong) is None


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_contains_those_before_it(keys, scope):
    key, _ = keys.create("wire", scope)
    assert [key.allows(asked) for asked in SCOPES] == [SCOPES.index(scope) >= place for place in range(len(SCOPES))]


def test_a_revoked_key_opens_nothing_and_stays_in_the_list(keys):
    _, token = keys.create("wire", "write")
    revoked = keys.revoke("wire")
    assert revoked.revoked is not None
    assert not revoked.allows("read")
    assert keys.find(token) is None
    assert keys.all() == [revoked]
    assert keys.revoke("wire") == revoked


def test_a_name_is_given_once(keys):
    keys.create("wire", "read")
    keys.revoke("wire")
    with pytest.raises(KeyNameError, match=r"^wire: there is, or was, a key of this name; choose another$"):
        keys.create("wire", "read")
    with pytest.raises(KeyNameError, match=r"^nobody: no key has this name; figurecheck keys list shows them$"):
        keys.revoke("nobody")


def test_a_name_that_no_database_can_hold_is_refused_by_name(keys):
    with pytest.raises(CorpusError, match=r"cannot hold a lone surrogate, which UTF-8 has no bytes for; take it out$"):
        keys.create("wire\udc80", "read")


def test_the_store_holds_no_secret(keys, corpus):
    _, token = keys.create("wire", "read")
    secret = token.split("_", 2)[2]
    with corpus.database.reading() as connection:
        [row] = connection.execute(text("SELECT * FROM api_key"))
    assert not any(secret in str(value) for value in row)


def test_a_use_is_noted_once_a_minute(keys):
    key, token = keys.create("wire", "read")
    assert key.last_used is None
    keys.used(key)
    used = keys.find(token)
    assert used.last_used is not None
    keys.used(key)
    keys.used(used)
    assert keys.find(token) == used


def test_keys_are_listed_by_name(keys):
    for name in ("b", "a", "c"):
        keys.create(name, "read")
    assert [key.name for key in keys.all()] == ["a", "b", "c"]
