"""The press: runs experiments, draws figures and turns snippets and prose into proven pages."""
