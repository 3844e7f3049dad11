#ifndef CommandLineBridge_h
#define CommandLineBridge_h

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif
