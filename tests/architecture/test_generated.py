"""What is generated from the code is committed as the code has it."""

from korpu_local.generated import generate, snapshot


def test_generated_files_are_what_the_code_says() -> None:
    committed = snapshot()

    generate()

    written = snapshot()
    assert {file for file in written | committed if written.get(file) != committed.get(file)} == set(), (
        "they are written anew now; look at the difference and commit it"
    )
