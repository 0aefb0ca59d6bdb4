#!/bin/sh
# What cargo-auditable takes for cargo. The name of the program that cargo calls in place of
# the compiler gets into what is built: here it is one without a folder, the same on every
# machine.
RUSTC_WORKSPACE_WRAPPER=cargo-auditable exec cargo "$@"
