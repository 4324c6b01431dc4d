import { GraphQLError, type GraphQLSchema, isScalarType } from "graphql";

type Form = { isMet: (value: string | number) => boolean; name: string };

const isText = (value: string | number): value is string => typeof value === "string";

/** https://shopify.dev/docs/api/admin-graphql/2026-10#scalars */
const forms: Readonly<Record<string, Form>> = {
  DateTime: { isMet: (value) => isText(value) && !Number.isNaN(Date.parse(value)), name: "datetime" },
  Decimal: { isMet: (value) => /^-?\d{1,20}(\.\d{1,20})?$/.test(String(value)), name: "decimal" },
  Money: { isMet: (value) => /^-?\d{1,20}(\.\d{1,20})?$/.test(String(value)), name: "money" },
  UnsignedInt64: { isMet: (value) => /^\d{1,20}$/.test(String(value)), name: "unsigned 64-bit integer" },
  URL: { isMet: (value) => isText(value) && URL.canParse(value), name: "URL" },
};

/** Lets the custom scalars of a schema take what Shopify's take, and nothing else: a schema in text says no more than their names. */
export function checkScalars(schema: GraphQLSchema): void {
  for (const [scalar, { isMet, name }] of Object.entries(forms)) {
    const type = schema.getType(scalar);
    if (!isScalarType(type)) throw new Error(`The schema has no scalar ${scalar}.`);
    type.coerceInputValue = (value) => {
      if ((typeof value === "string" || typeof value === "number") && isMet(value)) return value;
      throw new GraphQLError(`invalid ${name} '${JSON.stringify(value)?.slice(0, 200)}'`);
    };
  }
}
