//! Console fences: what the reader types, set apart from what the machine answers.

use super::listing::escape;

/// Rewrites every fence of `console` whose outputs are in place. Fences inside of boxes stay
/// as they are.
pub fn split(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == "```console" {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            result.push_str(&run(&inside));
        } else {
            result.push_str(line);
        }
        result.push('\n');
    }
    result
}

/// Commands begin with `$ `; what follows one, up to the next, is its output.
fn run(lines: &[&str]) -> String {
    let mut html = String::from("\n<div class=\"run\">\n\n");
    let mut output = Vec::new();
    for line in lines {
        if let Some(command) = line.strip_prefix("$ ") {
            flush(&mut output, &mut html);
            html.push_str(&block("in", command));
        } else {
            output.push(*line);
        }
    }
    flush(&mut output, &mut html);
    html.push_str("\n</div>\n");
    html
}

fn flush(output: &mut Vec<&str>, html: &mut String) {
    let text = output.join("\n");
    output.clear();
    if !text.trim().is_empty() {
        html.push_str(&block("out", text.trim_end()));
    }
}

/// `nohighlight`: neither a shell's line nor an output is in a language.
fn block(class: &str, text: &str) -> String {
    let text = escape(text);
    format!("<pre class=\"{class}\"><code class=\"nohighlight\">{text}\n</code></pre>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_and_outputs_are_told_apart() {
        let html = split("a\n```console\n$ adder run x\none\n\n<two>\n$ ls\n```\nb");
        for part in [
            "<pre class=\"in\"><code class=\"nohighlight\">adder run x\n</code></pre>",
            "<pre class=\"out\"><code class=\"nohighlight\">one\n\n&lt;two&gt;\n</code></pre>",
            "<pre class=\"in\"><code class=\"nohighlight\">ls\n</code></pre>\n\n</div>\n\nb",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert_eq!(html.matches("class=\"out\"").count(), 1);
    }

    #[test]
    fn other_fences_are_left_alone() {
        let text = "```text\n$ ls\n```\n";
        assert_eq!(split(text), text);
    }
}
