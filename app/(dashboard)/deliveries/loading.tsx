import { ListLoading } from "#components/listing/list-loading.tsx";

export default function DeliveriesLoading() {
  return <ListLoading title="Deliveries" what="deliveries" />;
}
