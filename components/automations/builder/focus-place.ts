import { fieldId } from "#components/ui/field-id.ts";

/** Shows a place of the draft and gives it the focus: its field, or what is around it where it has none of its own. */
export function focusPlace(path: string): void {
  for (let place = path; place !== ""; place = placeAround(place)) {
    const element = document.getElementById(fieldId(place));
    if (element === null || element.closest("[hidden]") !== null) continue;
    element.closest("details")?.setAttribute("open", "");
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    return;
  }
}

/** `steps[0].mapping.text` is in `steps[0].mapping`, that in `steps[0]`, that in `steps`. */
export function placeAround(path: string): string {
  return path.includes(".") || path.includes("[") ? path.replace(/(\.[^.[\]]+|\[[^[\]]*\])$/, "") : "";
}
