//! Both languages: which there are, and every sentence the program says.
