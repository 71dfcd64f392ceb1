//! Text becomes bytes, if it can.

mod machine;

use types::{Details, Raised, Thread, Version};

const TEXT: &str = "café 🐍";

/// What a `UnicodeEncodeError` says: the codec, the text, from where to where, and why.
fn told(t: &Thread, raised: Raised) -> String {
    let Ok(lazy) = raised.into_lazy() else {
        return String::new();
    };
    let Details::Arguments(arguments) = &lazy.details else {
        return lazy.kind.name().to_owned();
    };
    let shown = arguments.iter().map(|argument| t.repr(argument));
    let shown: Vec<String> = shown.flatten().map(|text| text.to_text()).collect();
    format!("{} {}", lazy.kind.name(), shown[2..].join(", "))
}

fn main() {
    machine::run(Version::V310, |t| {
        let text = machine::text(t, TEXT)?;
        for codec in ["utf-8", "utf-16-le", "latin-1", "ascii"] {
            match strings::encode(t, &text, Some(codec), None) {
                Ok(bytes) => println!("{codec:10} {}", t.repr(&bytes)?.to_text()),
                Err(raised) => println!("{codec:10} {}", told(t, raised)),
            }
        }
        println!();
        for errors in ["ignore", "replace", "backslashreplace", "xmlcharrefreplace"] {
            let bytes = strings::encode(t, &text, Some("ascii"), Some(errors))?;
            println!("{errors:18} {}", t.repr(&bytes)?.to_text());
        }
        println!();
        let name = b"caf\xe9.txt";
        let decoded = strings::decode(t, name, Some("utf-8"), Some("surrogateescape"))?;
        println!("decoded            {}", t.repr(&decoded)?.to_text());
        let decoded = t.to_str(&decoded)?;
        let encoded = strings::encode(t, &decoded, Some("utf-8"), Some("surrogateescape"))?;
        println!("and encoded again  {}", t.repr(&encoded)?.to_text());
        Ok(())
    });
}
