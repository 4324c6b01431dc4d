"use client";

import { ArrowUp, Trash2 } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Select } from "#components/ui/select.tsx";
import { findSource } from "#lib/automations/mapping/find-source.ts";
import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";
import { transformText, transformTitle } from "#lib/automations/words/transform-words.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { nextTransforms } from "./next-transforms.ts";
import { TransformArguments } from "./transform-arguments.tsx";
import { useSources } from "./use-sources.ts";

interface TransformListProps {
  source: Source;
  onChange: (transforms: Transform[]) => void;
}

/** The changes that a value goes through, one after the other. */
export function TransformList({ source, onChange }: TransformListProps) {
  const { shapes, line } = useSources();
  const locale = useLocale();
  const { transforms } = source;
  const found = findSource(source, shapes, line);
  const current: Shape = "found" in found ? found.found.shape : shapeOfType("any");
  const next = "found" in found ? nextTransforms(current, getCurrencySource(source)) : [];
  return (
    <div className="grid gap-2">
      <p className="font-medium">{t("transform_list_changes")}</p>
      {transforms.length === 0 && <p className="text-muted text-sm">{t("transform_list_used_as")}</p>}
      <ol className="grid gap-2">
        {transforms.map((transform, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name
          <li key={at} className="grid gap-2 rounded-control border border-line p-3">
            <div className="flex items-center justify-between gap-2">
              <p className="font-medium text-sm">{transformTitle(transform.transform, locale)}</p>
              <div className="flex">
                {at > 0 && (
                  <IconButton
                    size="sm"
                    label={t("transform_list_earlier_transformtitle", {
                      transformTitle: transformTitle(transform.transform, locale),
                    })}
                    icon={<ArrowUp aria-hidden />}
                    onClick={() => onChange(transforms.toSpliced(at, 1).toSpliced(at - 1, 0, transform))}
                  />
                )}
                <IconButton
                  size="sm"
                  label={t("transform_list_remove_transformtitle", {
                    transformTitle: transformTitle(transform.transform, locale),
                  })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onChange(transforms.toSpliced(at, 1))}
                />
              </div>
            </div>
            <TransformArguments
              transform={transform}
              onChange={(changed) => onChange(transforms.with(at, changed))}
            />
          </li>
        ))}
      </ol>
      {next.length > 0 && transforms.length < 10 && (
        <Select
          aria-label={t("transform_list_add_change")}
          value=""
          placeholder={t("transform_list_placeholder")}
          options={next.map((transform, at) => ({
            value: String(at),
            label: transformText(transform, locale),
          }))}
          onChange={(event) => {
            const chosen = next[Number(event.target.value)];
            if (event.target.value !== "" && chosen) onChange([...transforms, chosen]);
          }}
        />
      )}
    </div>
  );
}

/** The currency of an amount stands beside it, and that of an order line with the order. */
function getCurrencySource(source: Source): CurrencySource {
  const path = [...source.path.slice(0, -1), "currency"];
  if (source.kind === "result") return { from: "step", step: source.step, path };
  return source.kind === "line" ? { from: "event", path: ["data", "currency"] } : { from: "event", path };
}
