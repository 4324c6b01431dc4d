import type { MouseEvent } from "react";

/** For a button that changes what is typed: by script where there is one, else by a post that saves nothing. */
export function editProps(edit: string, act: () => void) {
  return {
    type: "submit",
    name: "edit",
    value: edit,
    onClick(event: MouseEvent) {
      event.preventDefault();
      act();
    },
  } as const;
}
