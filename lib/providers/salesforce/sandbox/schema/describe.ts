import type { FieldDefinition, ObjectDefinition } from "./definition.ts";
import { objectDefinitions } from "./objects.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_describeGlobal.htm */
export function describeGlobal(basePath: string) {
  return {
    encoding: "UTF-8",
    maxBatchSize: 200,
    sobjects: objectDefinitions.map((object) => summaryOf(object, basePath)),
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
export function describeObject(object: ObjectDefinition, basePath: string, stages: readonly string[]) {
  return {
    ...summaryOf(object, basePath),
    childRelationships: [],
    fields: object.fields.map((one) => describeField(one, one.name === "StageName" ? stages : one.picklist)),
    recordTypeInfos: [],
  };
}

function summaryOf(object: ObjectDefinition, basePath: string) {
  const { name, label, labelPlural, keyPrefix, isCustom, isForPeople } = object;
  const path = `${basePath}/sobjects/${name}`;
  return {
    name,
    label,
    labelPlural,
    keyPrefix,
    custom: isCustom,
    customSetting: false,
    createable: isForPeople,
    updateable: isForPeople,
    deletable: isForPeople,
    layoutable: isForPeople,
    queryable: true,
    searchable: isForPeople,
    deprecatedAndHidden: false,
    urls: { sobject: path, describe: `${path}/describe`, rowTemplate: `${path}/{ID}` },
  };
}

function describeField(one: FieldDefinition, picklist: readonly string[]) {
  return {
    name: one.name,
    label: one.label,
    type: one.type,
    length: one.length,
    createable: one.isCreateable,
    updateable: one.isCreateable,
    nillable: one.isNillable,
    defaultedOnCreate: one.isDefaultedOnCreate,
    externalId: one.isExternalId,
    idLookup: one.isExternalId || one.type === "id",
    unique: one.isUnique,
    custom: one.name.endsWith("__c"),
    filterable: one.isFilterable,
    referenceTo: one.referenceTo === null ? [] : [one.referenceTo],
    relationshipName: one.relationshipName,
    restrictedPicklist: false,
    picklistValues: picklist.map((value, index) => ({
      active: true,
      defaultValue: index === 0 && one.isDefaultedOnCreate,
      label: value,
      validFor: null,
      value,
    })),
  };
}
