import { baseUrl } from "./base-url.ts";
import { dataFrom } from "./data.ts";
import type { EventType } from "./event-type.ts";
import { toInputFields } from "./fields.ts";
import type { Bundle, Field, Z } from "./platform.ts";

type AcceptedEvent = { id: string; duplicate: boolean; deliveries: number };

/** Keys of the form's own fields, which no event's data uses. */
const typeKey = "patchbay_event_type";
const idKey = "patchbay_event_id";
const timeKey = "patchbay_occurred_at";

/** The types that can be sent, as Patchbay has them now: it may know more than this version of the app. */
async function listSendableTypes(z: Z): Promise<EventType[]> {
  const { data } = await z.request<{ data: EventType[] }>({ url: `${baseUrl()}/api/event-types` });
  return data.data.filter(({ source }) => source === "platform");
}

async function typeField(z: Z, _bundle: Bundle): Promise<Field[]> {
  const types = await listSendableTypes(z);
  return [
    {
      key: typeKey,
      label: "Event Type",
      type: "string",
      required: true,
      altersDynamicFields: true,
      helpText: "What happened. The fields below follow from it.",
      choices: Object.fromEntries(types.map(({ type, title }) => [type, title])),
    },
  ];
}

async function dataFields(z: Z, { inputData }: Bundle): Promise<Field[]> {
  const chosen = (await listSendableTypes(z)).find(({ type }) => type === inputData[typeKey]);
  return chosen ? toInputFields(chosen.schema) : [];
}

async function perform(z: Z, { inputData }: Bundle): Promise<AcceptedEvent> {
  const chosen = (await listSendableTypes(z)).find(({ type }) => type === inputData[typeKey]);
  if (!chosen) throw new z.errors.Error("Choose an event type that Patchbay knows.", "InvalidData", 422);
  const body = {
    type: chosen.type,
    data: dataFrom(chosen.schema, inputData),
    ...(inputData[idKey] ? { id: String(inputData[idKey]) } : {}),
    ...(inputData[timeKey] ? { occurredAt: String(inputData[timeKey]) } : {}),
  };
  const url = `${baseUrl()}/api/events`;
  const { data } = await z.request<{ data: AcceptedEvent[] }>({ url, method: "POST", body });
  const [accepted] = data.data;
  if (!accepted) throw new z.errors.Error("Patchbay did not say what became of the event.", "ResponseError");
  return accepted;
}

export const sendEvent = {
  key: "send_event",
  noun: "Event",
  display: {
    label: "Send Event",
    description: "Sends an event to Patchbay, which carries it to your webhooks, apps and other Zaps.",
  },
  operation: {
    inputFields: [
      typeField,
      {
        key: idKey,
        label: "Event ID",
        type: "string",
        required: false,
        helpText:
          "Something that is the same whenever this event is sent again, such as an order's id. Patchbay takes the same ID only once, so that a Zap that is replayed sends nothing twice.",
      },
      {
        key: timeKey,
        label: "Happened At",
        type: "datetime",
        required: false,
        helpText: "Leave it empty for now.",
      },
      dataFields,
    ] satisfies (Field | typeof dataFields)[],
    perform,
    sample: { id: "evt_0199c0f3a1b27e4d91ab44f0c2d3e4f5", duplicate: false, deliveries: 2 },
    outputFields: [
      { key: "id", label: "Event ID", type: "string" },
      { key: "duplicate", label: "Was Known Already", type: "boolean" },
      { key: "deliveries", label: "Destinations", type: "integer" },
    ],
  },
};
