# Packs the built web, the procedures, calendars, offices and the API contract into one file and
# embeds it, so that the program serves everything from inside itself. The packer runs in every
# build and leaves an unchanged pack untouched; a missing web/dist only makes the pack smaller.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

set(MOTCUA_ASSET_PACK ${PROJECT_BINARY_DIR}/assets.pack)
set(MOTCUA_ASSET_SOURCE ${PROJECT_BINARY_DIR}/embedded_assets.S)

add_custom_target(pack_assets ALL
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/pack_assets.py
          --source ${PROJECT_SOURCE_DIR} --output ${MOTCUA_ASSET_PACK}
  BYPRODUCTS ${MOTCUA_ASSET_PACK}
  COMMENT "Packing web, procedures, calendars and offices")

file(CONFIGURE OUTPUT ${MOTCUA_ASSET_SOURCE} @ONLY CONTENT [[
    .section .rodata
    .global motcua_assets_begin
    .global motcua_assets_end
    .balign 16
motcua_assets_begin:
    .incbin "@MOTCUA_ASSET_PACK@"
motcua_assets_end:
    .byte 0
    .section .note.GNU-stack,"",@progbits
]])
set_source_files_properties(${MOTCUA_ASSET_SOURCE} PROPERTIES OBJECT_DEPENDS ${MOTCUA_ASSET_PACK})

add_library(embedded_assets STATIC ${MOTCUA_ASSET_SOURCE})
add_dependencies(embedded_assets pack_assets)
