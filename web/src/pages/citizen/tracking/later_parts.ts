// What the page of a dossier fetches once it is shown.
export { DecidesCard } from './decides_card';
export { NoticesSection } from './notices_section';
export { Tools } from './tools';
export { VisitLink } from './visit_link';
export { Apology, Supplements } from './told_cards';
