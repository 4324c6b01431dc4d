import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import { formatTime } from "./org.ts";
import { recordId } from "./record-id.ts";
import { findObject } from "./schema/objects.ts";

type SeedObject = SandboxAccountSeed["objects"][number];
type Sketch = Record<string, unknown>;

const dayMs = 86_400_000;

const stages = [
  ["Prospecting", 10],
  ["Offer sent", 40],
  ["Tasting agreed", 60],
  ["Negotiation/Review", 80],
  ["Closed Won", 100],
  ["Closed Lost", 0],
  ["Id. Decision Makers", 60],
] as const;
const closedStages = ["Closed Won", "Closed Lost"];
/** One that the org no longer uses. */
const retiredStage = "Id. Decision Makers";

/** An org of a restaurant that caters: customers with accounts, enquiries, deals, and fields of its own. */
export function newAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const now = new Date();
  const accounts = [
    { Name: "Harbour Law LLP", Phone: "+49 40 5550110", Customer_Number__c: "K-1001" },
    { Name: "Bluewater Hotel", Phone: "+49 40 5550127", Customer_Number__c: "K-1002" },
    { Name: "Weber Events", Phone: "+49 30 5550142", Customer_Number__c: "K-1003" },
  ];
  const [law, hotel, events] = [1, 2, 3].map((number) => recordId("001", number));
  const contacts = [
    {
      LastName: "Lindqvist",
      FirstName: "Sara",
      Email: "sara.lindqvist@example.com",
      AccountId: law,
      Loyalty_Number__c: "L-1001",
      Loyalty_Points__c: 340,
    },
    {
      LastName: "Costa",
      FirstName: "Miguel",
      Email: "miguel.costa@example.com",
      AccountId: hotel,
      Loyalty_Number__c: "L-1002",
      Loyalty_Points__c: 85,
    },
  ];
  const leads = [
    {
      LastName: "Okafor",
      FirstName: "Adaeze",
      Company: "Okafor Architects",
      Email: "adaeze@example.com",
      LeadSource: "Phone Inquiry",
      Status: "Working - Contacted",
      Guests__c: 25,
      Description: "Christmas dinner, asks for a set menu.",
    },
    {
      LastName: "Brandt",
      FirstName: "Lena",
      Company: "Private guest",
      Email: "lena.brandt@example.com",
      LeadSource: "Web",
      Status: "Open - Not Contacted",
      Guests__c: 14,
    },
  ];
  const opportunities = [
    {
      Name: "Weekly lunch for the partners",
      AccountId: law,
      StageName: "Negotiation/Review",
      CloseDate: "2027-01-31",
      Amount: 7_800,
    },
    {
      Name: "New Year buffet",
      AccountId: hotel,
      StageName: "Closed Won",
      CloseDate: "2026-10-30",
      Amount: 5_250,
    },
    {
      Name: "Wedding, 90 guests",
      AccountId: events,
      StageName: "Tasting agreed",
      CloseDate: "2027-05-15",
      Amount: 9_400,
    },
  ];
  const reservations = [
    { Name: "Table 7", Day__c: "2026-12-24", Is_Confirmed__c: true, Booking_Number__c: "B-501" },
  ];
  return {
    externalId: `${slug}.my.salesforce.com`,
    label: name,
    objects: [
      ...records("OpportunityStage", stages.map(toStage), now),
      ...records("Account", accounts, now),
      ...records("Contact", contacts, now),
      ...records("Lead", leads, now),
      ...records("Opportunity", opportunities, now),
      ...records("Reservation__c", reservations, now),
    ],
  };
}

function toStage([name, probability]: (typeof stages)[number], index: number): Sketch {
  return {
    ApiName: name,
    MasterLabel: name,
    IsActive: name !== retiredStage,
    SortOrder: index + 1,
    IsClosed: closedStages.includes(name),
    IsWon: name === "Closed Won",
    DefaultProbability: probability,
  };
}

/** Created a day apart, the first one longest ago. */
function records(kind: string, sketches: readonly Sketch[], now: Date): SeedObject[] {
  const keyPrefix = findObject(kind)?.keyPrefix ?? "";
  return sketches.map((sketch, index) => {
    const id = recordId(keyPrefix, index + 1);
    const createdAt = formatTime(new Date(now.getTime() - (sketches.length - index) * dayMs));
    return { kind, id, data: { Id: id, CreatedDate: createdAt, LastModifiedDate: createdAt, ...sketch } };
  });
}
