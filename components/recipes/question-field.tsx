"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { lookUp } from "#lib/look-up.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { recipesBrowser as t } from "#lib/words/en/screens/recipes-browser.ts";
import { installNames } from "./install-names.ts";

interface QuestionFieldProps {
  question: RecipeDto["questions"][number];
  /** What was typed before, by the names of the fields. */
  typed: Readonly<Record<string, string>>;
  error: string | undefined;
}

/** One question of a recipe. */
export function QuestionField({ question, typed, error }: QuestionFieldProps) {
  const { name, kind, title, help } = question;
  const field = installNames.answer(name);
  if (kind === "money") return <MoneyField question={question} typed={typed} error={error} />;
  const first = lookUp(typed, field) ?? toText(question);
  const isLong = kind === "text" && first.length > 60;
  return (
    <Field
      name={field}
      label={title}
      help={kind === "amount" ? t("question_field_help", { help }) : help}
      error={error}
      isRequired={question.default === null}
    >
      {isLong ? (
        <Textarea rows={4} defaultValue={first} />
      ) : (
        <Input
          type={kind === "url" ? "url" : "text"}
          inputMode={kind === "amount" ? "decimal" : undefined}
          placeholder={kind === "url" ? "https://" : undefined}
          autoComplete="off"
          defaultValue={first}
        />
      )}
    </Field>
  );
}

function toText({ kind, default: first }: QuestionFieldProps["question"]): string {
  if (typeof first === "number") return kind === "amount" ? (first / 100).toFixed(2) : String(first);
  return first ?? "";
}

function MoneyField({ question, typed, error }: QuestionFieldProps) {
  const { name, title, help } = question;
  const field = installNames.answer(name);
  const [mode, setMode] = useState(lookUp(typed, field) ?? "review");
  return (
    <div className="grid gap-3">
      <RadioCards
        name={field}
        legend={title}
        columns={1}
        value={mode}
        onValueChange={setMode}
        cards={[
          {
            value: "review",
            label: t("money_field_ask_me_each_time"),
            description: t("money_field_prepared_done_once_you"),
          },
          {
            value: "live",
            label: t("money_field_do_once_up_amount"),
            description: t("money_field_above_you_asked_all"),
          },
        ]}
      />
      <p className="text-muted text-sm">{help}</p>
      {/* Shown also before any script has loaded; it counts only where it is done at once. */}
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
        <Field
          name={installNames.limit(name)}
          label={t("money_field_label")}
          error={mode === "live" ? error : undefined}
        >
          <Input
            inputMode="decimal"
            placeholder="100.00"
            autoComplete="off"
            defaultValue={lookUp(typed, installNames.limit(name)) ?? ""}
          />
        </Field>
        <Field name={installNames.currency(name)} label={common("currency")}>
          <Input
            maxLength={3}
            autoComplete="off"
            defaultValue={lookUp(typed, installNames.currency(name)) ?? "EUR"}
          />
        </Field>
      </div>
    </div>
  );
}
