"""Whoever has pointed pip at an index, a proxy or a certificate does not have to say it again for uv."""

from signpost.setup.pip_settings import read, variables

LISTING = """\
:env:.cert='/certificates/of-the-office.pem'
:env:.disable-pip-version-check='1'
global.cert='/certificates/other.pem'
global.index-url='https://packages.council.example/simple'
global.proxy='http://proxy.council.example:8080'
install.find-links='\\n/wheels\\n/more wheels'
"""


def test_settings_are_read_and_the_environment_overrules_the_file() -> None:
    """pip's order holds: the environment's variable before the configuration file."""
    settings = read(LISTING)
    assert settings["cert"] == "/certificates/of-the-office.pem"
    assert settings["index-url"] == "https://packages.council.example/simple"


def test_uv_is_told_the_index_the_proxy_and_the_certificate() -> None:
    """Extra places are left out, since uv would take the first that knows a name."""
    assert variables(read(LISTING), {}) == {
        "UV_DEFAULT_INDEX": "https://packages.council.example/simple",
        "SSL_CERT_FILE": "/certificates/of-the-office.pem",
        "ALL_PROXY": "http://proxy.council.example:8080",
    }


def test_what_uv_was_told_itself_stays() -> None:
    """uv's own variable is not overruled by pip's configuration."""
    assert "UV_DEFAULT_INDEX" not in variables(read(LISTING), {"UV_DEFAULT_INDEX": "https://mine.example/simple"})


def test_without_an_index_pips_folders_are_uvs() -> None:
    """A machine set up from a folder of wheels is one for both installers."""
    told = variables({"no-index": "true", "find-links": "\\n/wheels\\n/others"}, {})
    assert told["UV_NO_INDEX"] == "1"
    assert told["UV_FIND_LINKS"].strip(",") == "/wheels,/others"


def test_an_unset_pip_says_nothing() -> None:
    """No configuration: uv is left as it is."""
    assert variables(read(""), {}) == {}
