import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { type ShapeRow, shapeRows } from "#lib/automations/shapes/shape-rows.ts";
import type { Suggestion } from "#lib/automations/suggestions/suggest-mapping.ts";
import { lookUp } from "#lib/look-up.ts";
import { formatPath } from "#lib/parse.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import type { FoundAction } from "../naming/find-actions.ts";
import type { ShapeRowDto, StepSuggestionsDto } from "./check-schema.ts";

type App = FoundAction["app"];

/** The fields of a shape, for a list to choose from. @param app whose lists its ids stand in; null = no app's */
export function toShapeRows(shape: Shape, app: App): ShapeRowDto[] {
  return shapeRows(shape).map((row) => ({
    ...toBaseRow(row, app),
    item: row.shape.item && {
      type: row.shape.item.type,
      fields: shapeRows(row.shape.item).map((inner) => toBaseRow(inner, app)),
    },
  }));
}

function toBaseRow(row: ShapeRow, app: App): Omit<ShapeRowDto, "item"> {
  const { shape, path, isRequired } = row;
  const { type, title, description, meaning, example, values, maxLength } = shape;
  return {
    path: [...path],
    name: formatName(path),
    type,
    title,
    description,
    isRequired,
    meaning,
    example,
    values: values && [...values],
    maxLength,
    resource: toResource(shape, app),
  };
}

function toResource({ resource, item }: Shape, app: App): ShapeRowDto["resource"] {
  const id = resource ?? item?.resource ?? null;
  const found = id === null || app === null ? undefined : lookUp(app.resources, id);
  return id === null || found === undefined ? null : { id, title: found.title };
}

/** The data of an event is what people think of as the event. */
function formatName(path: Path): string {
  const [root, ...inner] = path;
  return formatPath(root === "data" && inner.length > 0 ? inner : path);
}

export function toSuggestionDto(
  { path, value, reason, confidence }: Suggestion,
  mapping: Mapping,
  locale: Locale,
): StepSuggestionsDto["suggestions"][number] {
  return {
    path: [...path],
    name: formatPath(path),
    value: { ...value },
    reason: render(reason, locale),
    confidence,
    isTaken: Object.hasOwn(mapping, path[0] ?? ""),
  };
}
