/* glibc 2.35 gave hypot and hypotf a new version, which differs in errno only. A program
   linked on a system that has it would no longer start on one with glibc 2.34, such as
   those of the RHEL 9 family. These stand between: they call the version that every
   glibc for x86-64 has. See old-glibc.sh. */
        .text
        .symver hypot_of_every_glibc, hypot@GLIBC_2.2.5
        .symver hypotf_of_every_glibc, hypotf@GLIBC_2.2.5

        .globl  __wrap_hypot
        .hidden __wrap_hypot
        .type   __wrap_hypot, @function
__wrap_hypot:
        jmp     *hypot_of_every_glibc@GOTPCREL(%rip)
        .size   __wrap_hypot, . - __wrap_hypot

        .globl  __wrap_hypotf
        .hidden __wrap_hypotf
        .type   __wrap_hypotf, @function
__wrap_hypotf:
        jmp     *hypotf_of_every_glibc@GOTPCREL(%rip)
        .size   __wrap_hypotf, . - __wrap_hypotf

        .section .note.GNU-stack, "", @progbits
