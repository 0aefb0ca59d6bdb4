//! A session: state and actions, without a toolkit.
