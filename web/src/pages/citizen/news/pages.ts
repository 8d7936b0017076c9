// News, guidance and one article: one part, as who reads the list opens one.
export { ArticlePage } from './article';
export { NewsPage } from './news';
