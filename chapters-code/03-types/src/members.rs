//! Which fields of builtin types does CPython keep as `member_descriptor`s? Those that lie
//! in its objects as they are (`PyMemberDef`); the others are computed (`PyGetSetDef`).

#![forbid(unsafe_code)]

use crate::version::Version;

/// The fields of a type that are members in both versions, and those that are in one.
struct Members {
    kind: &'static str,
    both: &'static [&'static str],
    only: [&'static [&'static str]; 2],
}

const fn both(kind: &'static str, names: &'static [&'static str]) -> Members {
    Members {
        kind,
        both: names,
        only: [&[], &[]],
    }
}

static MEMBERS: &[Members] = &[
    both("AttributeError", &["name", "obj"]),
    both("ImportError", &["msg", "name", "path"]),
    both("NameError", &["name"]),
    both("OSError", &["errno", "filename", "filename2", "strerror"]),
    both("StopIteration", &["value"]),
    both(
        "SyntaxError",
        &[
            "end_lineno",
            "end_offset",
            "filename",
            "lineno",
            "msg",
            "offset",
            "print_file_and_line",
            "text",
        ],
    ),
    both("SystemExit", &["code"]),
    both("UnicodeDecodeError", UNICODE_ERROR),
    both("UnicodeEncodeError", UNICODE_ERROR),
    both("UnicodeTranslateError", UNICODE_ERROR),
    Members {
        kind: "async_generator",
        both: &["ag_code", "ag_running"],
        only: [&["ag_frame"], &[]],
    },
    both("builtin_function_or_method", &["__module__"]),
    both("classmethod", WRAPPED),
    both("staticmethod", WRAPPED),
    Members {
        kind: "code",
        both: &[
            "co_argcount",
            "co_consts",
            "co_filename",
            "co_firstlineno",
            "co_flags",
            "co_kwonlyargcount",
            "co_linetable",
            "co_name",
            "co_names",
            "co_nlocals",
            "co_posonlyargcount",
            "co_stacksize",
        ],
        only: [
            &["co_cellvars", "co_code", "co_freevars", "co_varnames"],
            &["co_exceptiontable", "co_qualname"],
        ],
    },
    both("complex", &["imag", "real"]),
    Members {
        kind: "coroutine",
        both: &["cr_code", "cr_origin"],
        only: [&["cr_frame"], &[]],
    },
    Members {
        kind: "frame",
        both: &["f_trace_lines", "f_trace_opcodes"],
        only: [&["f_back", "f_builtins", "f_code", "f_globals"], &[]],
    },
    both(
        "function",
        &[
            "__builtins__",
            "__closure__",
            "__doc__",
            "__globals__",
            "__module__",
        ],
    ),
    Members {
        kind: "generator",
        both: &["gi_code"],
        only: [&["gi_frame"], &[]],
    },
    both("method", &["__func__", "__self__"]),
    both("method-wrapper", &["__self__"]),
    both("method_descriptor", DESCRIPTOR),
    both("classmethod_descriptor", DESCRIPTOR),
    both("getset_descriptor", DESCRIPTOR),
    both("member_descriptor", DESCRIPTOR),
    both("wrapper_descriptor", DESCRIPTOR),
    both("module", &["__dict__"]),
    both("property", &["__doc__", "fdel", "fget", "fset"]),
    both("range", BOUNDS),
    both("slice", BOUNDS),
    both("super", &["__self__", "__self_class__", "__thisclass__"]),
    Members {
        kind: "traceback",
        both: &["tb_frame", "tb_lasti"],
        only: [&["tb_lineno"], &[]],
    },
    both(
        "type",
        &[
            "__base__",
            "__basicsize__",
            "__dictoffset__",
            "__flags__",
            "__itemsize__",
            "__mro__",
            "__weakrefoffset__",
        ],
    ),
];

const UNICODE_ERROR: &[&str] = &["encoding", "end", "object", "reason", "start"];
const WRAPPED: &[&str] = &["__func__", "__wrapped__"];
const DESCRIPTOR: &[&str] = &["__name__", "__objclass__"];
const BOUNDS: &[&str] = &["start", "step", "stop"];

/// Is this field of this builtin type a member?
pub(crate) fn is_member(version: Version, kind: &str, field: &str) -> bool {
    let own = match version {
        Version::V310 => 0,
        Version::V311 => 1,
    };
    MEMBERS
        .iter()
        .filter(|row| row.kind == kind)
        .any(|row| row.both.contains(&field) || row.only[own].contains(&field))
}
