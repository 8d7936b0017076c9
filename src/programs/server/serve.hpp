// Serving an office over HTTP.
#pragma once

#include <filesystem>
#include <string>

#include "files/assets.hpp"
#include "runtime/runtime.hpp"

namespace motcua::server {

struct ServeOptions {
  std::string address = "127.0.0.1";
  int port = 8080;
  int network_threads = 1;
  int workers = 4;
  std::string certificate_file;
  std::string key_file;
  std::string public_address;  // empty: http://address:port
};

// Serves until SIGINT or SIGTERM. Exit code.
int serve(runtime::Runtime& runtime, const files::Assets& assets, const ServeOptions& options);

}  // namespace motcua::server
