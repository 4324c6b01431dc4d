import { Check } from "lucide-react";

/** What the merchant gets, a line each. */
export function BenefitList({ benefits }: { benefits: readonly string[] }) {
  return (
    <ul className="grid gap-2">
      {benefits.map((benefit) => (
        <li key={benefit} className="flex gap-2.5">
          <Check aria-hidden className="mt-0.75 size-4 shrink-0 text-success" />
          <span className="max-w-prose">{benefit}</span>
        </li>
      ))}
    </ul>
  );
}
