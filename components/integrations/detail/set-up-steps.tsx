/** What to have ready before pressing Connect. */
export function SetUpSteps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="grid gap-2.5">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3">
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
          >
            {index + 1}
          </span>
          <span className="max-w-prose">{step}</span>
        </li>
      ))}
    </ol>
  );
}
