"""Runs a reader's answer to an exercise, then the checks that tell what is wrong with it."""

from runner.names import functions
from runner.output import Write
from runner.running import Outcome, outcome_of, run_in
from runner.screen import Screen, Show, shown_on
from runner.spaces import Space, forget, space_of


def check(  # noqa: PLR0913, PLR0917  (what the page knows of a run)
    exercise: str, code: str, space: str, write: Write, show: Show, name: str = "exercise"
) -> Outcome:
    """Run an answer in a space that knows nothing of earlier ones, and check what it has made.

    Args:
        exercise: The text of the module whose `check(names)` yields pairs of whether all is well
            and what to say.
        code: The answer.
        space: The name of its space; what stood there is forgotten.
        write: Takes what is printed.
        show: Takes pictures.
        name: What tracebacks call the answer.

    Returns:
        How it ended, as for a run. It has `findings` if the answer runs, or fails only below its
        functions: then both the error and the findings are told. Its kind is "failed" where the
        check and not the answer raises.
    """
    forget(space)
    screen, place = Screen(write, show), space_of(space)
    findings: list[Outcome] = []
    with shown_on(screen):
        outcome = run_in(place, code, name, screen)
        if not _can_be_checked(outcome, code, place):
            return outcome
        checked = outcome_of(
            lambda: _check(exercise, place, findings), place, place.named(name, code)
        )
    if outcome["kind"] == "error" and checked["kind"] != "stopped":
        checked = outcome
    elif checked["kind"] == "error" and "line" not in checked:
        text = str(checked["traceback"]).strip().splitlines()[-1]
        checked = {"kind": "failed", "message": f"The check of this exercise failed: {text}"}
    return checked | {"findings": findings}


def _can_be_checked(outcome: Outcome, code: str, place: Space) -> bool:
    """Tell whether an answer ran to its end, or at least past the last of its functions."""
    if outcome["kind"] != "error":
        return outcome["kind"] == "done"
    own = functions(code)
    return bool(own) and all(name in place.names for name in own)


def _check(exercise: str, place: Space, findings: list[Outcome]) -> None:
    names: dict[str, object] = {"__name__": "exercise"}
    exec(compile(exercise, "exercise check", "exec", dont_inherit=True), names)  # noqa: S102  (ours)
    for is_right, text in names["check"](place.names):  # type: ignore[operator]
        findings.append({"ok": bool(is_right), "text": str(text)})
