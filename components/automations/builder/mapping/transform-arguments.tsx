"use client";

import { Input } from "#components/ui/input.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { LookupArguments } from "./lookup-arguments.tsx";
import { argumentChoices } from "./next-transforms.ts";

interface TransformArgumentsProps {
  transform: Transform;
  onChange: (transform: Transform) => void;
}

/** What there is to say of one change. Nothing for those that are what they are. */
export function TransformArguments({ transform, onChange }: TransformArgumentsProps) {
  const words = argumentChoices(useLocale());
  switch (transform.transform) {
    case "default":
      return (
        <Input
          aria-label={t("transform_arguments_use_this_instead")}
          value={String(transform.value)}
          onChange={(event) => onChange({ ...transform, value: event.target.value })}
        />
      );
    case "join":
      return (
        <Separator
          value={transform.separator}
          onChange={(separator) => onChange({ ...transform, separator })}
        />
      );
    case "split":
      return (
        <div className="grid grid-cols-2 gap-2">
          <Separator
            value={transform.separator}
            onChange={(separator) => onChange({ ...transform, separator: separator || " " })}
          />
          <Choice
            label={t("transform_arguments_label")}
            choices={words.take}
            value={transform.take}
            onChange={(take) => onChange({ ...transform, take })}
          />
        </div>
      );
    case "case":
      return (
        <Choice
          label={t("transform_arguments_letters")}
          choices={words.case}
          value={transform.to}
          onChange={(to) => onChange({ ...transform, to })}
        />
      );
    case "shorten":
      return (
        <Input
          aria-label={t("transform_arguments_longest_characters")}
          inputMode="numeric"
          value={String(transform.maxLength)}
          onChange={(event) => {
            const maxLength = Number(event.target.value);
            if (Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= 100_000) {
              onChange({ ...transform, maxLength });
            }
          }}
        />
      );
    case "money":
      return (
        <Choice
          label={t("transform_arguments_as")}
          choices={words.money}
          value={transform.as}
          onChange={(as) => onChange({ ...transform, as })}
        />
      );
    case "date":
      return (
        <Choice
          label={t("transform_arguments_as")}
          choices={words.date}
          value={transform.form}
          onChange={(form) => onChange({ ...transform, form })}
        />
      );
    case "lines_text":
      return (
        <div className="grid grid-cols-2 gap-2">
          <Choice
            label={t("transform_arguments_each_line")}
            choices={{ quantity_and_name: t("transform_arguments_2_name"), name: "name" }}
            value={transform.shows}
            onChange={(shows) => onChange({ ...transform, shows })}
          />
          <Separator
            value={transform.separator}
            onChange={(separator) => onChange({ ...transform, separator })}
          />
        </div>
      );
    case "to_number":
      return (
        <Choice
          label={t("transform_arguments_decimals_written")}
          choices={{ ".": "1.50", ",": "1,50" }}
          value={transform.decimalMark}
          onChange={(decimalMark) => onChange({ ...transform, decimalMark })}
        />
      );
    case "lookup":
      return <LookupArguments transform={transform} onChange={onChange} />;
    default:
      return null;
  }
}

const separators = () => ({
  "\n": t("separators_new_line"),
  ", ": t("separators_comma"),
  " ": t("separators_space"),
  "; ": t("separators_semicolon"),
  " / ": t("separators_slash"),
});

function Separator({ value, onChange }: { value: string; onChange: (separator: string) => void }) {
  const known = Object.hasOwn(separators(), value)
    ? separators()
    : { ...separators(), [value]: `“${value}”` };
  return <Choice label={t("separator_label")} choices={known} value={value} onChange={onChange} />;
}

interface ChoiceProps<Name extends string> {
  label: string;
  choices: Readonly<Record<Name, string>>;
  value: Name;
  onChange: (name: Name) => void;
}

function Choice<Name extends string>({ label, choices, value, onChange }: ChoiceProps<Name>) {
  const isName = (name: string): name is Name => Object.hasOwn(choices, name);
  return (
    <Select
      aria-label={label}
      value={value}
      options={Object.entries<string>(choices).map(([name, words]) => ({ value: name, label: words }))}
      onChange={(event) => {
        const name = event.target.value;
        if (isName(name)) onChange(name);
      }}
    />
  );
}
