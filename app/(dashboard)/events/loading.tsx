import { ListLoading } from "#components/listing/list-loading.tsx";

export default function EventsLoading() {
  return <ListLoading title="Events" what="events" />;
}
