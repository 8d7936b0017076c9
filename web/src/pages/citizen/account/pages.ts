export { DetailsPage } from './details_page';
export { DossiersPage } from './dossiers_page';
export { GiveMandatePage } from './give_mandate_page';
export { MandatesPage } from './mandates_page';
export { OrganisationPage } from './organisation_page';
