//! The first sixteen bytes of some files.

use code_objects::Header;

fn main() {
    let files: [(&str, &[u8]); 6] = [
        (
            "hello, 3.10",
            include_bytes!("../../../programs/310/hello.pyc"),
        ),
        (
            "hello, 3.11",
            include_bytes!("../../../programs/311/hello.pyc"),
        ),
        (
            "written today",
            b"\x6f\x0d\x0d\x0a\0\0\0\0\x80\x3c\x1a\x6a\x75\0\0\0",
        ),
        ("from 3.12", b"\xcb\x0d\x0d\x0a\0\0\0\0\0\0\0\0\0\0\0\0"),
        ("sent as text", b"\x6f\x0a\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        ("cut short", b"\x6f\x0d\x0d\x0a\0\0\0\0"),
    ];
    for (name, bytes) in files {
        match Header::read(bytes) {
            Ok((header, _)) => println!("{name}: CPython {}, {:?}", header.version, header.source),
            Err(error) => println!("{name}: {error}"),
        }
    }
}
