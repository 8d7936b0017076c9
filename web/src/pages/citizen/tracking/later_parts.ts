// What the page of a dossier fetches once it is shown.
export { NoticesSection } from './notices_section';
export { VisitLink } from './visit_link';
