import { externalId, field, longText, type ObjectDefinition, systemFields, text } from "./definition.ts";

const required = { isNillable: false } as const;
const defaulted = { isNillable: false, isDefaultedOnCreate: true } as const;
const readOnly = { isCreateable: false } as const;
const leadSources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];

const accountReference = field("AccountId", "Account ID", "reference", {
  length: 18,
  referenceTo: "Account",
  relationshipName: "Account",
});

const lead: ObjectDefinition = {
  name: "Lead",
  label: "Lead",
  labelPlural: "Leads",
  keyPrefix: "00Q",
  isCustom: false,
  isForPeople: true,
  fields: [
    ...systemFields,
    text("LastName", "Last Name", 80, required),
    text("FirstName", "First Name", 40),
    text("Company", "Company", 255, required),
    text("Title", "Title", 128),
    field("Email", "Email", "email", { length: 80 }),
    field("Phone", "Phone", "phone", { length: 40 }),
    text("City", "City", 40),
    longText("Description", "Description"),
    field("LeadSource", "Lead Source", "picklist", { length: 255, picklist: leadSources }),
    field("Status", "Lead Status", "picklist", {
      length: 255,
      ...defaulted,
      picklist: [
        "Open - Not Contacted",
        "Working - Contacted",
        "Closed - Converted",
        "Closed - Not Converted",
      ],
    }),
    field("Guests__c", "Guests", "double", { length: 18 }),
    externalId("Patchbay_Key__c", "Patchbay Key", 80),
  ],
};

const contact: ObjectDefinition = {
  name: "Contact",
  label: "Contact",
  labelPlural: "Contacts",
  keyPrefix: "003",
  isCustom: false,
  isForPeople: true,
  fields: [
    ...systemFields,
    text("LastName", "Last Name", 80, required),
    text("FirstName", "First Name", 40),
    field("Email", "Email", "email", { length: 80 }),
    field("Phone", "Business Phone", "phone", { length: 40 }),
    accountReference,
    longText("Description", "Contact Description"),
    externalId("Loyalty_Number__c", "Loyalty Number", 30),
    field("Loyalty_Points__c", "Loyalty Points", "double", { length: 18 }),
  ],
};

const account: ObjectDefinition = {
  name: "Account",
  label: "Account",
  labelPlural: "Accounts",
  keyPrefix: "001",
  isCustom: false,
  isForPeople: true,
  fields: [
    ...systemFields,
    text("Name", "Account Name", 255, required),
    field("Phone", "Account Phone", "phone", { length: 40 }),
    longText("Description", "Account Description"),
    externalId("Customer_Number__c", "Customer Number", 30),
  ],
};

const opportunity: ObjectDefinition = {
  name: "Opportunity",
  label: "Opportunity",
  labelPlural: "Opportunities",
  keyPrefix: "006",
  isCustom: false,
  isForPeople: true,
  fields: [
    ...systemFields,
    text("Name", "Name", 120, required),
    accountReference,
    field("StageName", "Stage", "picklist", { length: 255, ...required }),
    field("CloseDate", "Close Date", "date", required),
    field("Amount", "Amount", "currency"),
    longText("Description", "Description"),
    externalId("Patchbay_Key__c", "Patchbay Key", 80),
  ],
};

const reservation: ObjectDefinition = {
  name: "Reservation__c",
  label: "Reservation",
  labelPlural: "Reservations",
  keyPrefix: "a00",
  isCustom: true,
  isForPeople: true,
  fields: [
    ...systemFields,
    text("Name", "Reservation Name", 80, required),
    field("Day__c", "Day", "date"),
    field("Is_Confirmed__c", "Confirmed", "boolean", defaulted),
    externalId("Booking_Number__c", "Booking Number", 40),
  ],
};

const opportunityStage: ObjectDefinition = {
  name: "OpportunityStage",
  label: "Opportunity Stage",
  labelPlural: "Opportunity Stages",
  keyPrefix: "01J",
  isCustom: false,
  isForPeople: false,
  fields: [
    ...systemFields,
    text("ApiName", "Api Name", 255, readOnly),
    text("MasterLabel", "Master Label", 255, readOnly),
    field("IsActive", "Is Active", "boolean", readOnly),
    field("SortOrder", "Sort Order", "int", readOnly),
    field("IsClosed", "Closed", "boolean", readOnly),
    field("IsWon", "Won", "boolean", readOnly),
    field("DefaultProbability", "Probability (%)", "percent", readOnly),
  ],
};

const organization: ObjectDefinition = {
  name: "Organization",
  label: "Organization",
  labelPlural: "Organizations",
  keyPrefix: "00D",
  isCustom: false,
  isForPeople: false,
  fields: [
    ...systemFields,
    text("Name", "Name", 80, readOnly),
    field("IsSandbox", "Is Sandbox", "boolean", readOnly),
  ],
};

/** What every org of the sandbox consists of. */
export const objectDefinitions: readonly ObjectDefinition[] = [
  account,
  contact,
  lead,
  opportunity,
  opportunityStage,
  organization,
  reservation,
];

/** Salesforce does not mind the case of names. */
export function findObject(name: string): ObjectDefinition | undefined {
  return objectDefinitions.find((object) => object.name.toLowerCase() === name.toLowerCase());
}

export function findField(object: ObjectDefinition, name: string) {
  return object.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
}
