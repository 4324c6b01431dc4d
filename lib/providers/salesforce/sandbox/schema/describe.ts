import { recordId } from "../record-id.ts";
import type { FieldDefinition, FieldType, ObjectDefinition } from "./definition.ts";
import { objectDefinitions } from "./objects.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_describeGlobal.htm */
export function describeGlobal(basePath: string) {
  return {
    encoding: "UTF-8",
    maxBatchSize: 200,
    sobjects: objectDefinitions.map((object) => toSummary(object, basePath)),
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
export function describeObject(object: ObjectDefinition, basePath: string, stages: readonly string[]) {
  const summary = toSummary(object, basePath);
  return {
    ...summary,
    actionOverrides: [],
    childRelationships: [],
    compactLayoutable: object.isForPeople,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: object.fields.map((one) => describeField(one, one.name === "StageName" ? stages : one.picklist)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [masterRecordType(summary.urls.describe)],
    searchLayoutable: object.isForPeople,
    sobjectDescribeOption: "FULL",
    supportedScopes: object.isForPeople ? [{ label: `All ${object.labelPlural}`, name: "everything" }] : [],
  };
}

/** The one record type of an object that has no others. */
function masterRecordType(describePath: string) {
  const recordTypeId = recordId("012", 0);
  return {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: "Master",
    master: true,
    name: "Master",
    recordTypeId,
    urls: { layout: `${describePath}/layouts/${recordTypeId}` },
  };
}

function toSummary(object: ObjectDefinition, basePath: string) {
  const { name, label, labelPlural, keyPrefix, isCustom, isForPeople } = object;
  const path = `${basePath}/sobjects/${name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: isForPeople,
    custom: isCustom,
    customSetting: false,
    deepCloneable: false,
    deletable: isForPeople,
    deprecatedAndHidden: false,
    feedEnabled: isForPeople && !isCustom,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix,
    label,
    labelPlural,
    layoutable: isForPeople,
    mergeable: ["Account", "Contact", "Lead"].includes(name),
    mruEnabled: isForPeople,
    name,
    queryable: true,
    replicateable: isForPeople,
    retrieveable: true,
    searchable: isForPeople,
    triggerable: isForPeople,
    undeletable: isForPeople,
    updateable: isForPeople,
    urls: { sobject: path, describe: `${path}/describe`, rowTemplate: `${path}/{ID}` },
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm#field */
function describeField(one: FieldDefinition, picklist: readonly string[]) {
  const { name, type, isCreateable, isDefaultedOnCreate, isExternalId, isFilterable } = one;
  return {
    ...rarities,
    aggregatable: isFilterable,
    byteLength: one.length * getBytesPerCharacter(type),
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

function getBytesPerCharacter(type: FieldType): number {
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
