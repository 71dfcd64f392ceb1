//! What `adder trace` writes down.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The recording of a program, and what was written to standard error.
fn trace(arguments: &[&str]) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO_BIN_EXE_adder"))
        .arg("trace")
        .args(arguments)
        .current_dir(root)
        .env("PYTHONHASHSEED", "0")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A field of a step: its own, or that of the last step before which has it.
fn at<'a>(recording: &'a Value, step: usize, field: &str) -> &'a Value {
    let steps = recording["steps"].as_array().unwrap();
    let found = steps[..=step].iter().rev().find_map(|s| s.get(field));
    found.unwrap()
}

fn value<'a>(recording: &'a Value, index: &Value) -> &'a str {
    let index = index.as_u64().unwrap() as usize;
    recording["values"][index][1].as_str().unwrap()
}

fn name(recording: &Value, step: usize) -> &str {
    let code = at(recording, step, "code").as_u64().unwrap() as usize;
    let instruction = at(recording, step, "at").as_u64().unwrap() as usize;
    recording["codes"][code]["instructions"][instruction][1]
        .as_str()
        .unwrap()
}

#[test]
fn a_step_is_the_machine_before_its_instruction() {
    let recording = trace(&["--functions", "add", "programs/310/hello_and_add.pyc"]);
    assert_eq!(recording["schema"], 1);
    let steps = recording["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 10);
    let add = (0..10).find(|step| name(&recording, *step) == "BINARY_ADD");
    let stack = at(&recording, add.unwrap(), "stack").as_array().unwrap();
    let stack: Vec<&str> = stack.iter().map(|v| value(&recording, v)).collect();
    assert_eq!(stack, ["1", "2"]);
    let locals = at(&recording, add.unwrap(), "locals");
    assert_eq!(value(&recording, &locals[0][1]), "1");
    assert_eq!(locals[2], serde_json::json!(["c", -1]));
}

#[test]
fn the_program_goes_on_when_the_recording_is_full() {
    let recording = trace(&["--max-steps", "3", "programs/310/hello_and_add.pyc"]);
    assert_eq!(recording["steps"].as_array().unwrap().len(), 3);
    assert_eq!(recording["left_out"], 33);
    assert_eq!(recording["output"], "Hello\n3\n");
    assert_eq!(recording["end"], "returned");
}

#[test]
fn open_blocks_are_recorded() {
    let recording = trace(&["programs/310/traceback_chain.pyc"]);
    let steps = recording["steps"].as_array().unwrap();
    let blocks = steps
        .iter()
        .filter_map(|s| s.get("blocks"))
        .flat_map(|b| b.as_array().unwrap());
    let kinds: Vec<&str> = blocks.map(|b| b[0].as_str().unwrap()).collect();
    assert!(kinds.contains(&"try") && kinds.contains(&"handling"));
    assert_ne!(recording["end"], "returned");
}

#[test]
fn a_recording_is_the_same_each_time() {
    let file = "programs/310/classes.pyc";
    assert_eq!(trace(&[file]), trace(&[file]));
}

#[test]
fn no_value_takes_more_room_than_it_was_given() {
    let recording = trace(&["--max-repr", "20", "programs/310/json_codec.pyc"]);
    for value in recording["values"].as_array().unwrap() {
        let text = value[1].as_str().unwrap();
        assert!(text.chars().count() <= 24, "{text}");
    }
}

#[test]
fn reference_counts_are_recorded_on_request() {
    let recording = trace(&["--counts", "programs/310/hello_and_add.pyc"]);
    let stacks = recording["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|s| s.get("stack"));
    let counts: Vec<&Value> = stacks
        .flat_map(|s| s.as_array().unwrap())
        .map(|v| &v[1])
        .collect();
    assert!(counts.iter().any(|count| count.as_u64() > Some(0)));
    assert!(counts.iter().any(|count| count.is_null()));
}

/// A recording as it would be without its counts; where only these differ, nothing has changed.
fn without_counts(recording: &Value) -> Value {
    let plain = |value: &Value| value.get(0).unwrap_or(value).clone();
    let mut stripped = recording.clone();
    let mut last = serde_json::Map::new();
    for step in stripped["steps"].as_array_mut().unwrap() {
        let step = step.as_object_mut().unwrap();
        for value in step.get_mut("stack").into_iter().flat_map(list) {
            *value = plain(value);
        }
        for local in step.get_mut("locals").into_iter().flat_map(list) {
            local[1] = plain(&local[1]);
        }
        for field in ["stack", "locals"] {
            if step
                .get(field)
                .is_some_and(|now| last.get(field) == Some(now))
            {
                step.remove(field);
            }
        }
        last.extend(step.clone());
    }
    stripped
}

fn list(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().unwrap()
}

#[test]
fn who_counts_changes_nothing_else() {
    let files = ["310/step_counts", "310/closures", "311/step_before_after"];
    for file in files.map(|name| format!("programs/{name}.pyc")) {
        let counted = trace(&["--counts", &file]);
        assert_eq!(without_counts(&counted), trace(&[&file]), "{file}");
    }
}

#[test]
fn one_call_can_be_recorded_alone() {
    let call = |name, number| {
        let of = ["--functions", name, "--call", number];
        trace(&[&of[..], &["programs/310/hello_and_add.pyc"]].concat())
    };
    assert_eq!(call("add", "1")["steps"].as_array().unwrap().len(), 10);
    assert_eq!(call("add", "2")["steps"], serde_json::json!([]));
}

/// The twelfth call of a function that has become warm at its eighth.
fn warm() -> Value {
    let file = "programs/311/step_before_after.pyc";
    trace(&["--functions", "note", "--call", "12", file])
}

#[test]
fn a_recording_that_begins_late_says_what_has_been_rewritten_before() {
    let recording = warm();
    // Of its 25 instructions, the call executes 19.
    assert_eq!(recording["steps"].as_array().unwrap().len(), 19);
    let rewritten = recording["steps"][0]["quick"].as_array().unwrap();
    assert!(rewritten.contains(&serde_json::json!([8, "COMPARE_OP_INT_JUMP"])));
    assert!((1..19).all(|step| recording["steps"][step].get("quick").is_none()));
}

#[test]
fn caches_hold_what_dis_shows_but_for_versions_and_pointers() {
    let recording = warm();
    let fields = |at: usize| recording["codes"][0]["instructions"][at][7].clone();
    let cache = |at: usize| {
        let caches = recording["steps"][0]["caches"].as_array().unwrap();
        let found = caches.iter().find(|cache| cache[0] == at);
        found.map(|cache| cache[1].clone())
    };
    let names = [
        "counter",
        "index",
        "module_keys_version",
        "builtin_keys_version",
    ];
    assert_eq!(fields(1), serde_json::json!(names));
    assert_eq!(cache(1), Some(serde_json::json!([53, 33, "*", "*"])));
    assert_eq!(cache(3), Some(serde_json::json!([53, "*", 0])));
    assert_eq!(cache(8), Some(serde_json::json!([53, 6])));
    // A method without a dictionary on the way: neither offset nor version of keys.
    assert_eq!(cache(12), Some(serde_json::json!([53, "*", 0, 0, "*"])));
    // This call was never executed: `PRECALL` has gone over it.
    assert_eq!((fields(5)[0].as_str(), cache(5)), (Some("counter"), None));
}

#[test]
fn a_counter_is_recorded_when_it_changes() {
    let recording = trace(&["--functions", "add", "programs/311/cooling_down.pyc"]);
    let steps = recording["steps"].as_array().unwrap().iter();
    let changes = steps.filter_map(|step| step.get("caches")?.as_array());
    let counters = changes.flatten().map(|cache| cache[1][0].as_u64().unwrap());
    let counters: Vec<u64> = counters.collect();
    // Specialized, then a miss for each of the floats, then adaptive again.
    assert_eq!(counters[..3], [53, 52, 51]);
    assert_eq!(counters[52..], [1, 501, 485]);
}

#[test]
fn steps_of_311_know_their_columns_and_handlers() {
    let recording = trace(&["programs/311/traceback_chain.pyc"]);
    assert_eq!(recording["version"], "3.11");
    let codes = recording["codes"].as_array().unwrap();
    assert!(
        codes
            .iter()
            .any(|code| code["handlers"] != serde_json::json!([]))
    );
    let instructions = codes
        .iter()
        .flat_map(|code| code["instructions"].as_array().unwrap());
    let mut columns = instructions.filter_map(|instruction| instruction[5].as_array());
    assert!(columns.all(|columns| columns[0].as_u64() <= columns[1].as_u64()));
}

#[test]
fn no_code_of_311_has_blocks_not_even_while_keyword_names_are_kept() {
    let recording = trace(&["programs/311/two_versions.pyc"]);
    let steps = recording["steps"].as_array().unwrap();
    assert!((0..steps.len()).any(|step| name(&recording, step) == "KW_NAMES"));
    let mut blocks = steps.iter().filter_map(|step| step.get("blocks"));
    assert!(blocks.all(|blocks| *blocks == serde_json::json!([])));
}

/// What a debugger would see of a recorded run: the lines that are come to, and returns, as
/// PEP 626 has them. A line is come to when it is another one than the last, or from behind.
fn line_events(recording: &Value) -> Vec<String> {
    let mut events = Vec::new();
    let mut frames: Vec<(u64, u64, Option<i64>)> = Vec::new();
    let steps = recording["steps"].as_array().unwrap().len();
    let end = |events: &mut Vec<String>, (code, _, line): (u64, u64, Option<i64>)| {
        let code = &recording["codes"][code as usize];
        let line = line.unwrap() - code["line"].as_i64().unwrap();
        events.push(format!("{} return {line}", code["name"].as_str().unwrap()));
    };
    for step in 0..steps {
        let depth = at(recording, step, "calls").as_array().unwrap().len();
        while frames.len() > depth {
            end(&mut events, frames.pop().unwrap());
        }
        let index = at(recording, step, "code").as_u64().unwrap();
        let place = at(recording, step, "at").as_u64().unwrap();
        let code = &recording["codes"][index as usize];
        let line = code["instructions"][place as usize][4].as_i64();
        let entered = frames.len() < depth;
        if entered {
            frames.push((index, place, None));
        }
        let (_, last_place, last_line) = frames[depth - 1];
        let turned_back = place < last_place;
        // What comes before the call is complete has no line event.
        if let Some(line) = line
            && name(recording, step) != "RESUME"
            && (Some(line) != last_line || turned_back)
        {
            let name = code["name"].as_str().unwrap();
            let first = code["line"].as_i64().unwrap();
            events.push(format!("{name} line {}", line - first));
        }
        frames[depth - 1] = (index, place, line.or(last_line));
    }
    events
}

#[test]
fn lines_are_come_to_as_pep_626_says() {
    for version in ["310", "311"] {
        let folder = format!("programs/oracle/{version}");
        let recording = trace(&["--max-steps", "10000", &format!("{folder}/line_events.pyc")]);
        assert_eq!(recording["end"], "returned");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let expected = std::fs::read_to_string(root.join(folder).join("line_events.out")).unwrap();
        let events = line_events(&recording);
        let of_functions =
            |line: &&String| !line.starts_with("run ") && !line.starts_with("<module>");
        let seen: Vec<&String> = events.iter().filter(of_functions).collect();
        assert_eq!(seen, expected.lines().collect::<Vec<_>>(), "{version}");
    }
}
