"""What goes wrong with arrays, in plain words: patterns of NumPy's messages.

With arrays it is mostly shapes that do not fit: Wu, Shen and Chen, "An Empirical Study on Tensor
Shape Faults in Deep Learning Systems" (2021, arXiv:2106.02887).
"""

from runner.patterns import Mistake

MESSAGES: tuple[Mistake, ...] = (
    Mistake(
        r"core dimension 0.*\(size (?P<rows>\d+) is different from (?P<columns>\d+)\)",
        "In A @ B the columns of A must be as many as the rows of B, and here they are {columns} "
        "and {rows}: look at both .shape; .T swaps rows and columns.",
    ),
    Mistake(
        r"^ValueError: shapes (?P<one>\(.*?\)) and (?P<other>\(.*?\)) not aligned",
        "In a product the last size of the first shape must be the first of the second, and here "
        "they are {one} and {other}; .T swaps rows and columns.",
    ),
    Mistake(
        r"matmul: Input operand \d does not have enough dimensions",
        "@ multiplies arrays; a single number is multiplied with *.",
    ),
    Mistake(
        r"not be broadcast together with.* shapes? (?P<one>\(.*?\)) (?P<other>\(.*?\))",
        "The shapes {one} and {other} do not go together: read from the right, two sizes must be "
        "equal, or one of them 1.",
    ),
    Mistake(
        r"operand with shape (?P<one>\(.*?\)) doesn't match the broadcast shape (?P<other>\(.*?\))",
        "The result has the shape {other} and does not fit into an array of shape {one}: write "
        "a = a + b, or look at the shapes.",
    ),
    Mistake(
        r"broadcast input array from shape (?P<one>\(.*?\)) into shape (?P<other>\(.*?\))",
        "An array of shape {one} cannot fill a place of shape {other}.",
    ),
    Mistake(
        r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
        "reshape keeps every entry, and {size} entries do not fill the shape {shape}.",
    ),
    Mistake(
        r"inhomogeneous shape",
        "The rows are not equally long, so they make no array.",
    ),
    Mistake(
        r"truth value of an array with more than one element",
        "A comparison of arrays has one answer for each entry: say with .all() or .any() which you "
        "mean, and write & or | for and or or.",
    ),
    Mistake(
        r"all the input array|must match exactly",
        "Arrays that are joined must have equal sizes along every other axis: look at .shape.",
    ),
    Mistake(
        r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<count>\d+)",
        "Axes are counted from 0, and the array has {count} of them: there is no axis {axis}.",
    ),
    Mistake(
        r"index (?P<index>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
        "Counting begins at 0: with {size} entries along axis {axis}, there is none of index "
        "{index}.",
    ),
    Mistake(
        r"too many indices for array: array is (?P<axes>\d+)-dimensional, but (?P<count>\d+)",
        "There are {count} indices for an array with {axes} axes: look at its .shape.",
    ),
    Mistake(
        r"boolean index did not match",
        "A mask must have the size of the axis that it picks from.",
    ),
    Mistake(
        r"only integers, slices",
        "Entries of an array are picked by whole numbers, slices or masks: by 3, not by 3.0.",
    ),
    Mistake(
        r"arrays can be converted to Python scalars",
        "float, int and the functions of math take one number; for arrays NumPy has its own, such "
        "as np.exp.",
    ),
    Mistake(
        r"Cannot cast ufunc .* from dtype\('float\d+'\) to dtype\('u?int",
        "An array of whole numbers cannot take up fractions: begin it with floats, as in "
        "np.array([1.0, 2.0]).",
    ),
)
"""What stands at the end of a traceback; the first pattern that is found counts."""
