// The main() of every benchmark program that works on a made-up office.

#include <exception>
#include <filesystem>
#include <iostream>

#include "office/line.hpp"

int main(int, char** words) {
  try {
    motcua::bench::run();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << std::filesystem::path(*words).filename().string() << ": " << error.what() << "\n";
    return 1;
  }
}
