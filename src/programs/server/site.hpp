// The built web pages as a site: which path serves which file.
#pragma once

#include "files/assets.hpp"
#include "http/static_site.hpp"

namespace motcua::server {

http::StaticSite make_site(const files::Assets& assets);

}  // namespace motcua::server
