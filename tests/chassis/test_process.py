"""Every process starts with right settings or says what is wrong, and ends when it is told to."""

import json
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from korpu_local.ports import free_port
from tests.chassis.started import PROGRAM, Start, ask


class TestSettings:
    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"database": None}, "korpu bakery: KORPU_DATABASE is missing"),
            ({"database": ""}, "korpu bakery: KORPU_DATABASE is missing"),
            ({"database": "hunter2"}, "korpu bakery: KORPU_DATABASE String should match pattern '^postgresql://'"),
            ({"port": "eighty"}, "korpu bakery: KORPU_PORT Input should be a valid integer"),
            ({"port": "70000"}, "korpu bakery: KORPU_PORT Input should be less than or equal to 65535"),
            ({"kafka": "hunter2"}, "korpu bakery: KORPU_KAFKA String should match pattern"),
            (
                {"environment": "staging"},
                "korpu bakery: KORPU_ENVIRONMENT Input should be 'production' or 'development'",
            ),
            ({"trusted_proxies": "198.51.100.1, hunter2"}, "korpu bakery: KORPU_TRUSTED_PROXIES"),
            ({"clock_file": "/tmp/offset"}, "korpu bakery: KORPU_CLOCK_FILE moves the clock, and only"),  # noqa: S108
            ({"kafka_security": "plaintext"}, "korpu bakery: KORPU_KAFKA_SECURITY=plaintext lets Kafka hear anybody"),
            ({"kafka_password": None}, "korpu bakery: KORPU_KAFKA_USER and KORPU_KAFKA_PASSWORD say who speaks"),
            ({"kafka_ca": "/nowhere/ca.pem"}, "korpu bakery: KORPU_KAFKA_CA Path does not point to a file"),
            ({"kafka_password": "trial"}, "korpu bakery: KORPU_KAFKA_PASSWORD is a published value; only"),
            (
                {"database": "postgresql://korpu:trial@localhost/bakery"},
                "korpu bakery: KORPU_DATABASE is a published value; only",
            ),
            ({"database_file": "/nowhere/secret"}, "korpu bakery: KORPU_DATABASE and KORPU_DATABASE_FILE are both"),
            (
                {"database": None, "database_file": "/nowhere/secret"},
                "korpu bakery: KORPU_DATABASE_FILE cannot be read (FileNotFoundError)",
            ),
        ],
    )
    def test_a_missing_or_wrong_value_stops_the_start_with_its_name(
        self, start: Start, changes: dict[str, str | None], told: str
    ) -> None:
        code, errors = start("bake", **changes).end()

        assert code == 2
        assert errors.startswith(told)
        assert errors.count("\n") == 1
        assert "hunter2" not in errors

    def test_secrets_may_stand_in_files(self, start: Start, tmp_path: Path) -> None:
        for name, secret in {"database": "p@ss/wörd", "kafka": "hunter3"}.items():
            (tmp_path / name).write_text(f"{secret}\n")

        said = start(
            "tell",
            database="postgresql://korpu@localhost/bakery",
            database_password_file=str(tmp_path / "database"),
            kafka_password=None,
            kafka_password_file=str(tmp_path / "kafka"),
        ).until("bakery.told")

        assert said["words"] == ["p@ss/wörd", "hunter3"]

    def test_in_development_anything_goes(self, start: Start) -> None:
        start("bake", environment="development", kafka_security="plaintext", kafka_password="trial").until(
            "bakery.baking"
        )

    def test_an_unknown_role_is_answered_with_those_that_exist(self, start: Start) -> None:
        code, errors = start("dance").end()

        assert code == 2
        assert "bake" in errors
        assert "serve" in errors

    def test_a_role_that_needs_no_settings_runs_without_them(self) -> None:
        done = subprocess.run(
            [sys.executable, str(PROGRAM), "menu"], env={}, capture_output=True, text=True, check=True
        )

        assert done.stdout == "bread\n"


class TestClock:
    def test_in_development_a_file_moves_the_clock(self, start: Start, tmp_path: Path) -> None:
        offset = tmp_path / "offset"
        offset.write_text(str(timedelta(days=400).total_seconds()))

        said = start("bake", environment="development", clock_file=str(offset)).until("bakery.baking")

        assert datetime.fromisoformat(said["now"]) - datetime.now(UTC) > timedelta(days=399)


class TestStopping:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_a_signal_asks_the_role_to_end(self, start: Start, number: signal.Signals) -> None:
        program = start("bake")
        program.until("bakery.baking")

        code, _ = program.end(number)

        assert code == 0
        assert program.events()[-3:] == ["process.stopping", "bakery.cooling", "process.stopped"]

    def test_a_second_signal_ends_the_process_at_once(self, start: Start) -> None:
        program = start("oversleep")
        program.until("process.started")

        code, _ = program.end(signal.SIGTERM, signal.SIGTERM)

        assert code == 128 + signal.SIGTERM

    def test_a_crash_is_logged_without_its_words(self, start: Start) -> None:
        program = start("burn")

        code, _ = program.end()

        assert code == 1
        assert program.said[-1]["event"] == "process.crashed"
        assert "customer" not in json.dumps(program.said)

    def test_when_one_part_of_a_process_fails_all_of_it_ends(self, start: Start) -> None:
        program = start("ruin")

        code, _ = program.end()

        assert code == 1
        assert program.events()[-1] == "process.crashed"

    def test_what_an_operator_can_mend_is_one_line(self, start: Start) -> None:
        code, errors = start("starve").end()

        assert (code, errors) == (1, "korpu bakery starve: there is no flour; buy some\n")


class TestServing:
    def test_a_request_that_has_begun_is_answered_before_the_end(self, start: Start, port: int) -> None:
        program = start("serve", port=str(port))
        program.until("http.listening")
        ask(port, "/")
        with socket.create_connection(("127.0.0.1", port)) as slow:
            slow.sendall(b"GET /?1 HTTP/1.1\r\nhost: bakery\r\n\r\n")
            time.sleep(0.3)

            program.process.send_signal(signal.SIGTERM)

            # Head and body may come in pieces; the answer is whole when the server closes.
            assert b"bread" in b"".join(iter(lambda: slow.recv(1000), b""))
        code, _ = program.end()
        assert code == 0
        assert "bakery.closed" in program.events()

    def test_a_port_that_is_taken_is_one_clear_line(self, start: Start) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]

            code, errors = start("serve", port=str(port)).end()

        assert code == 1
        assert errors.startswith(f"korpu bakery serve: cannot listen on 127.0.0.1:{port} (")
        assert errors.count("\n") == 1

    def test_a_role_without_http_tells_its_health_on_a_port_of_its_own(self, start: Start, port: int) -> None:
        program = start("work", metrics_port=str(port))

        live, ready, metrics, other = (ask(port, path) for path in ("/live", "/ready", "/metrics", "/bread"))

        assert (live.status_code, ready.status_code, other.status_code) == (200, 200, 404)
        assert "python_info" in metrics.text
        assert program.end(signal.SIGTERM)[0] == 0

    def test_who_serves_tells_what_it_counts_on_a_port_of_its_own_alone(self, start: Start, port: int) -> None:
        other = free_port()
        program = start("serve", port=str(port), metrics_port=str(other))

        metrics, ready, public = ask(other, "/metrics"), ask(other, "/ready"), ask(port, "/metrics")

        assert "python_info" in metrics.text
        assert ready.status_code == 200
        assert "python_info" not in public.text
        assert {each.headers["x-content-type-options"] for each in (metrics, ready, public)} == {"nosniff"}
        assert program.end(signal.SIGTERM)[0] == 0

    def test_a_role_that_is_not_ready_says_so(self, start: Start, port: int) -> None:
        start("work", metrics_port=str(port), oven_degrees="20")

        assert ask(port, "/ready").status_code == 503
        assert ask(port, "/live").status_code == 200
