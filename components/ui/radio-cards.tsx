import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface RadioCard {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
}

interface RadioCardsProps {
  name: string;
  /** The question the cards answer. */
  legend: string;
  isLegendHidden?: boolean;
  cards: readonly RadioCard[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  columns?: 1 | 2 | 3 | 4;
}

const columnStyles = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3", 4: "sm:grid-cols-2 lg:grid-cols-4" };

/** One of a few, each explained. Posts like radio buttons; give `value` and `onValueChange` to control it. */
export function RadioCards({
  name,
  legend,
  isLegendHidden = false,
  cards,
  defaultValue,
  value,
  onValueChange,
  columns = 2,
}: RadioCardsProps) {
  return (
    <fieldset className="min-w-0">
      <legend className={cn("mb-1.5 font-medium text-ink", isLegendHidden && "sr-only")}>{legend}</legend>
      <div className={cn("grid gap-2.5", columnStyles[columns])}>
        {cards.map((card) => (
          <label
            key={card.value}
            className="flex min-h-11 items-start gap-3 rounded-control border border-line-strong bg-surface p-3 shadow-control transition-colors hover:border-control has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              {...(value === undefined
                ? { defaultChecked: card.value === defaultValue }
                : { checked: card.value === value, onChange: () => onValueChange?.(card.value) })}
              className="mt-0.5 size-4.5 shrink-0 appearance-none rounded-pill border border-control bg-surface transition-[border-width] checked:border-5 checked:border-accent focus-visible:outline-none"
            />
            <span className="grid min-w-0 flex-1">
              <span className="font-medium text-ink">{card.label}</span>
              {card.description && <span className="text-muted text-sm">{card.description}</span>}
            </span>
            {card.icon && <span className="text-muted [&_svg]:size-4.5">{card.icon}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
