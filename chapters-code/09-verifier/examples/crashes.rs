//! Code that ends CPython, refused with the reason.

use assembler::assemble;

#[path = "../tests/assembler/mod.rs"]
mod assembler;

fn main() {
    for case in include_str!("crashes.txt").split("case: ").skip(1) {
        let mut lines = case.trim().lines().map(str::trim);
        let (title, heading) = (lines.next().unwrap(), lines.next().unwrap());
        let mut body: Vec<&str> = lines.collect();
        let became = body.pop().unwrap().trim_start_matches("became: ");
        let (version, _) = heading.split_once(';').unwrap();
        println!("{title}");
        println!("    CPython {version}: {became}");
        match assemble(heading, &body).verify() {
            Ok(_) => println!("    the verifier: safe"),
            Err(rejection) => println!("    the verifier: {rejection}"),
        }
    }
}
