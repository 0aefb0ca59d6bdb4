//! The terminal program, one case per file; the name of the file is the sentence.

#[test]
fn cases_of_the_terminal_program() {
    trycmd::TestCases::new()
        .env("LC_ALL", "en_CA.UTF-8")
        .case("tests/cli/*.toml");
}
