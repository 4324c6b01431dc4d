import type { FieldDefinition, FieldType } from "./definition.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm#field */
export function describeField(one: FieldDefinition, picklist: readonly string[]) {
  const { name, type, isCreateable, isDefaultedOnCreate, isExternalId, isFilterable } = one;
  return {
    ...rarities,
    aggregatable: isFilterable,
    byteLength: one.length * bytesOf(type),
    createable: isCreateable,
    custom: name.endsWith("__c"),
    defaultValue: type === "boolean" ? false : null,
    defaultedOnCreate: isDefaultedOnCreate,
    externalId: isExternalId,
    filterable: isFilterable,
    groupable: isFilterable && !isNumber(type) && type !== "datetime",
    idLookup: isExternalId || type === "id",
    label: one.label,
    length: one.length,
    name,
    nameField: name === "Name",
    nillable: one.isNillable,
    permissionable: isCreateable && one.isNillable,
    picklistValues: picklist.map((value, index) => ({
      active: true,
      defaultValue: index === 0 && isDefaultedOnCreate,
      label: value,
      validFor: null,
      value,
    })),
    precision: isNumber(type) ? 18 : 0,
    referenceTo: one.referenceTo === null ? [] : [one.referenceTo],
    relationshipName: one.relationshipName,
    scale: type === "currency" ? 2 : 0,
    soapType: soapTypes[type],
    sortable: isFilterable,
    type,
    unique: one.isUnique,
    updateable: isCreateable,
  };
}

function bytesOf(type: FieldType): number {
  return type === "id" || type === "reference" ? 1 : 3;
}

function isNumber(type: FieldType): boolean {
  return soapTypes[type] === "xsd:double";
}

const soapTypes: Readonly<Record<FieldType, string>> = {
  id: "tns:ID",
  reference: "tns:ID",
  string: "xsd:string",
  textarea: "xsd:string",
  email: "xsd:string",
  phone: "xsd:string",
  picklist: "xsd:string",
  currency: "xsd:double",
  double: "xsd:double",
  percent: "xsd:double",
  int: "xsd:int",
  boolean: "xsd:boolean",
  date: "xsd:date",
  datetime: "xsd:dateTime",
};

/** What no field here is or has. */
const rarities = {
  aiPredictionField: false,
  autoNumber: false,
  calculated: false,
  calculatedFormula: null,
  cascadeDelete: false,
  caseSensitive: false,
  compoundFieldName: null,
  controllerName: null,
  defaultValueFormula: null,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  digits: 0,
  displayLocationInDecimal: false,
  encrypted: false,
  extraTypeInfo: null,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  highScaleNumber: false,
  htmlFormatted: false,
  inlineHelpText: null,
  mask: null,
  maskType: null,
  namePointing: false,
  polymorphicForeignKey: false,
  queryByDistance: false,
  referenceTargetField: null,
  relationshipOrder: null,
  restrictedDelete: false,
  restrictedPicklist: false,
  searchPrefilterable: false,
  writeRequiresMasterRead: false,
};
