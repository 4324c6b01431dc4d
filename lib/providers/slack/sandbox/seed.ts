import { randomBytes } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import type { Channel } from "./workspace.ts";
import { ownerUserId } from "./workspace.ts";

/** 4 May 2026, 09:00 UTC. */
const openedSeconds = 1_777_885_200;

type Sketch = {
  id: string;
  name: string;
  topic: string;
  purpose: string;
  members: number;
  is?: "general" | "private" | "archived";
};

const sketches: readonly Sketch[] = [
  {
    id: "C0GENERAL01",
    name: "general",
    topic: "News for everyone",
    purpose: "Announcements, shifts, everything that concerns the whole team.",
    members: 14,
    is: "general",
  },
  {
    id: "C0ORDERS001",
    name: "orders",
    topic: "Every order that is paid",
    purpose: "Orders from the QR codes on the tables.",
    members: 9,
  },
  {
    id: "C0KITCHEN01",
    name: "kitchen",
    topic: "Allergies go to the chef",
    purpose: "What the kitchen must know.",
    members: 5,
  },
  { id: "C0FLOOR0001", name: "front-of-house", topic: "", purpose: "Tables, guests, service.", members: 7 },
  {
    id: "C0DELIVER01",
    name: "deliveries",
    topic: "Couriers ring at the back door",
    purpose: "Take-away and delivery.",
    members: 4,
  },
  {
    id: "C0MANAGERS1",
    name: "managers",
    topic: "",
    purpose: "Wages and rotas. Keep it here.",
    members: 2,
    is: "private",
  },
  {
    id: "C0TERRACE25",
    name: "terrace-2025",
    topic: "",
    purpose: "Last summer's terrace.",
    members: 6,
    is: "archived",
  },
];

/** A small restaurant's workspace, in which nobody has invited Patchbay anywhere. */
export function newAccount({ name }: { name: string }): SandboxAccountSeed {
  const teamId = `T0${randomBytes(5).toString("hex").toUpperCase().slice(0, 9)}`;
  return {
    externalId: teamId,
    label: name,
    objects: sketches.map((sketch, index) => ({
      kind: "channel",
      id: sketch.id,
      data: drawChannel(sketch, teamId, openedSeconds + index * 600),
    })),
  };
}

function drawChannel({ id, name, topic, purpose, members, is }: Sketch, teamId: string, created: number) {
  return {
    id,
    name,
    is_channel: is !== "private",
    is_group: is === "private",
    is_im: false,
    is_mpim: false,
    is_private: is === "private",
    created,
    is_archived: is === "archived",
    is_general: is === "general",
    unlinked: 0,
    name_normalized: name,
    is_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: teamId,
    updated: created * 1_000,
    parent_conversation: null,
    creator: ownerUserId,
    is_ext_shared: false,
    shared_team_ids: [teamId],
    pending_connected_team_ids: [],
    is_member: false,
    topic: note(topic, created),
    purpose: note(purpose, created),
    previous_names: [],
    num_members: members,
  } satisfies Channel;
}

function note(value: string, setAt: number) {
  return value === ""
    ? { value, creator: "", last_set: 0 }
    : { value, creator: ownerUserId, last_set: setAt };
}
