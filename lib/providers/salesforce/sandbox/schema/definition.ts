export type FieldType =
  | "id"
  | "string"
  | "textarea"
  | "email"
  | "phone"
  | "picklist"
  | "currency"
  | "double"
  | "percent"
  | "int"
  | "boolean"
  | "date"
  | "datetime"
  | "reference";

/** A field as describe shows it: https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm */
export type FieldDefinition = {
  name: string;
  label: string;
  type: FieldType;
  length: number;
  isCreateable: boolean;
  isNillable: boolean;
  isDefaultedOnCreate: boolean;
  isExternalId: boolean;
  isUnique: boolean;
  /** Long texts cannot stand in a condition. */
  isFilterable: boolean;
  picklist: readonly string[];
  referenceTo: string | null;
  relationshipName: string | null;
};

export type ObjectDefinition = {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  isCustom: boolean;
  /** What people work with has pages, and can be created. */
  isForPeople: boolean;
  fields: readonly FieldDefinition[];
};

type Further = Partial<Omit<FieldDefinition, "name" | "label" | "type">>;

export function field(name: string, label: string, type: FieldType, further: Further = {}): FieldDefinition {
  return {
    name,
    label,
    type,
    length: 0,
    isCreateable: true,
    isNillable: true,
    isDefaultedOnCreate: false,
    isExternalId: false,
    isUnique: false,
    isFilterable: true,
    picklist: [],
    referenceTo: null,
    relationshipName: null,
    ...further,
  };
}

export function text(name: string, label: string, length: number, further: Further = {}): FieldDefinition {
  return field(name, label, "string", { length, ...further });
}

export function longText(name: string, label: string): FieldDefinition {
  return field(name, label, "textarea", { length: 32_000, isFilterable: false });
}

/** A field that an administrator has made to know records by. */
export function externalId(name: string, label: string, length: number): FieldDefinition {
  return text(name, label, length, { isExternalId: true, isUnique: true });
}

/** What each record has, and nobody fills in. */
export const systemFields: readonly FieldDefinition[] = [
  field("Id", "Record ID", "id", {
    length: 18,
    isCreateable: false,
    isNillable: false,
    isDefaultedOnCreate: true,
  }),
  ...["CreatedDate", "LastModifiedDate"].map((name) =>
    field(name, name.replace("Date", " Date"), "datetime", {
      isCreateable: false,
      isNillable: false,
      isDefaultedOnCreate: true,
    }),
  ),
];
