//! The program `gongdu`.

fn main() -> std::process::ExitCode {
    gongdu::cli::main()
}
