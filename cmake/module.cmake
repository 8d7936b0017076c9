# One call makes a module: a static library from the folder's sources, and a test program from its
# *_test.cpp files. Each layer has one include root, so a core file that includes an adapter does
# not compile; USES is the include table that tests/architecture checks inside a layer.
#
#   motcua_module(core calendar USES base LINK PkgConfig::X)

set(MOTCUA_ROOTS_core core)
set(MOTCUA_ROOTS_application core application)
set(MOTCUA_ROOTS_adapters core application adapters)
set(MOTCUA_ROOTS_programs core application adapters programs)

function(motcua_include_roots target layer visibility)
  foreach(root IN LISTS MOTCUA_ROOTS_${layer})
    target_include_directories(${target} ${visibility} ${PROJECT_SOURCE_DIR}/src/${root})
  endforeach()
endfunction()

# Notes the sources that stand first where several are joined: nothing is included before them.
function(motcua_note_heads)
  set(place 0)
  foreach(source IN LISTS ARGN)
    math(EXPR in_batch "${place} % ${CMAKE_UNITY_BUILD_BATCH_SIZE}")
    if(in_batch EQUAL 0)
      set_property(GLOBAL APPEND PROPERTY MOTCUA_HEADS ${source})
    endif()
    math(EXPR place "${place} + 1")
  endforeach()
endfunction()

function(motcua_module layer name)
  cmake_parse_arguments(M "" "" "USES;LINK" ${ARGN})
  set(folder ${PROJECT_SOURCE_DIR}/src/${layer}/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "(_(test|benchmark|fuzz)|/main)\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources})
    if(CMAKE_UNITY_BUILD)
      motcua_note_heads(${sources})
    endif()
    set(visibility PUBLIC)
  else()
    add_library(${name} INTERFACE) # a module of headers only
    set(visibility INTERFACE)
  endif()
  motcua_include_roots(${name} ${layer} ${visibility})
  target_link_libraries(${name} ${visibility} ${M_USES} ${M_LINK})
  if(tests)
    add_executable(${name}_tests ${tests})
    set_target_properties(${name}_tests PROPERTIES UNITY_BUILD OFF) # each has names of its own
    target_compile_options(${name}_tests PRIVATE
      $<$<CONFIG:Release>:-O1>) # run once: compiling is the longer part
    motcua_include_roots(${name}_tests ${layer} PRIVATE)
    target_compile_definitions(${name}_tests PRIVATE MOTCUA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name}_tests PRIVATE
      ${name} GTest::gmock GTest::gtest_main ${MOTCUA_RAPIDCHECK})
    gtest_discover_tests(${name}_tests TEST_PREFIX "${layer}/${name}/" DISCOVERY_MODE PRE_TEST)
  endif()
endfunction()
