import { recordId } from "../record-id.ts";
import type { ObjectDefinition } from "./definition.ts";
import { describeField } from "./describe-field.ts";
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
  const summary = summaryOf(object, basePath);
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

function summaryOf(object: ObjectDefinition, basePath: string) {
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
