//! Modules, packages, finders and loaders, and the native modules.
